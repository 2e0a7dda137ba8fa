/** What can be done with a watched run: the bar of controls, the forms behind them, and the command line that does the same. */
package org.palimpsest.app.live.control;
