package broken.risk;

import broken.routing.Router;

record Check(Router router) {}
