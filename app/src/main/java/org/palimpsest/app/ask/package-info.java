/** One question to several models, token by token. */
package org.palimpsest.app.ask;
