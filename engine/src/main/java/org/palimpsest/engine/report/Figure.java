package org.palimpsest.engine.report;

/**
 * A chart of the page.
 *
 * @param id unique in the page
 * @param svg the picture, an element
 * @param table the same in numbers
 * @param wide true to give it the page's whole width
 */
record Figure(String id, String title, String svg, DataTable table, boolean wide) {}
