/** What stands beside the panels: the method with its formula lit by present values, guards, events and answers. */
package org.palimpsest.app.live.side;
