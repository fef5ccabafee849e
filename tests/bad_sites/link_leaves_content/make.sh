echo secret >secret.txt
mkdir elsewhere
ln -s ../../secret.txt content/reports/secret.txt
ln -s nowhere.txt content/reports/gone.txt
ln -s reports content/more
ln -s ../elsewhere content/out
