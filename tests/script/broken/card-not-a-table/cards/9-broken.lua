card "X1"
