package sluice.bench.book;

/** Somebody who keeps a book from bytes. */
interface Contender {

    String name();

    /** Begins anew. */
    void start(String snapshot) throws Exception;

    /** From the bytes of one frame to a book that others can read. */
    void take(byte[] frame) throws Exception;

    /** The whole book as {@link DepthStream#rightBook} writes it. */
    String book();
}
