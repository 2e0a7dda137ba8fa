/** What is wrong with what stands in a file, in words that need no knowledge of the library that reads it. */
package org.palimpsest.engine.fault;
