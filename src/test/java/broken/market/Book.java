package broken.market;

import broken.engine.Loop;
import broken.order.Ticket;
import java.util.concurrent.ConcurrentMap;

record Book(Loop loop, ConcurrentMap<String, Ticket> tickets) {}
