printf -- '- id: a\n  name: 甲\300\257学院\n' >content/schools.yaml
