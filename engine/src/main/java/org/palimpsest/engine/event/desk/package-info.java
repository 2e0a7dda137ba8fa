/**
 * Questions that are not a run: what a folder or file is, what models answer, where they disagree, what a checkpoint yields under attack.
 * Asked of a desk, a process of its own that keeps the models it was last asked about.
 */
package org.palimpsest.engine.event.desk;
