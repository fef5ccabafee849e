printf 'title: \260\341\261\250\270\346\320\243\322\265\n' >content/portal.yaml
