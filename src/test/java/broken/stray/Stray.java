package broken.stray;

record Stray() {}
