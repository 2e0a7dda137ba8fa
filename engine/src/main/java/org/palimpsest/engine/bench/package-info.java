/**
 * Speed, measured: each figure is a ratio of two times taken in turn in one run, so that it says something about the program and
 * little about the machine. A measurement drives the rooms as a run does; nothing here is used by them.
 */
package org.palimpsest.engine.bench;
