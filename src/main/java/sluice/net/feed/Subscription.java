package sluice.net.feed;

import java.util.List;

/**
 * What one connection carries, within the venue's limits. Immutable.
 *
 * @param url to connect to
 * @param hello frames to send on it once it is open, in this order
 * @param books the numbers of the books that come on it, and whose prints do
 */
public record Subscription(String url, List<String> hello, List<Integer> books) {

    public Subscription {
        hello = List.copyOf(hello);
        books = List.copyOf(books);
    }
}
