package broken.engine;

public record Loop() {}
