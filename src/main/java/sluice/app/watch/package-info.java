/** Where alerts and figures go beside the screen: webhooks, commands, the log, and whoever collects metrics. */
@NullMarked
package sluice.app.watch;

import org.jspecify.annotations.NullMarked;
