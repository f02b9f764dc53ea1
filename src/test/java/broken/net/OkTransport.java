package broken.net;

import java.util.concurrent.BlockingQueue;

record OkTransport(BlockingQueue<String> sent) {}
