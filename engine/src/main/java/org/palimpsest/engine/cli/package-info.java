/**
 * The command line: one small class a command, thin over the rooms that do the work. Results go to standard output, in a plain form
 * or with {@code --json} as one JSON document; everything for people goes to standard error. A program adds commands of its own to
 * {@link org.palimpsest.engine.cli.CommandLineProgram#commandLine()}.
 */
package org.palimpsest.engine.cli;
