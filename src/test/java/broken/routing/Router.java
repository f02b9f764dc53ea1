package broken.routing;

public record Router() {}
