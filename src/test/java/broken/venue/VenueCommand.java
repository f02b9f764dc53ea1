package broken.venue;

public sealed interface VenueCommand {

    record Send() implements VenueCommand {}

    final class Cancel implements VenueCommand {}
}
