package broken.helper;

record Helper() {}
