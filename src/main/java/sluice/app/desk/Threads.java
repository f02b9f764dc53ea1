package sluice.app.desk;

/** Threads by the name of what they do. */
final class Threads {

    private Threads() {}

    static Thread daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
