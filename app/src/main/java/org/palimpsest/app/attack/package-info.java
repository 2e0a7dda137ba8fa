/** Whether what is gone is only hidden. */
package org.palimpsest.app.attack;
