package sluice.bench.desk;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sluice.net.HeldCall;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Link;
import sluice.net.LinkListener;
import sluice.net.Transport;

/** A transport that tells when orders leave and when they are answered. */
record Watched(Transport transport, Stages stages) implements Transport {

    @Override
    public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
        if (!call.method().equals("POST")) {
            transport.call(call, outcome);
            return;
        }
        stages.called();
        transport.call(call, told -> {
            stages.replied();
            outcome.accept(told);
        });
    }

    /** A call that was made ready is called when it leaves. */
    @Override
    public void prepare(Supplier<Optional<HeldCall>> work) {
        transport.prepare(() -> work.get()
                .map(held -> new HeldCall(held.call(), held.departure(), told -> {
                    stages.replied();
                    held.outcome().accept(told);
                })));
    }

    @Override
    public Link open(String url, LinkListener listener) {
        return transport.open(url, listener);
    }

    @Override
    public void close() {
        transport.close();
    }
}
