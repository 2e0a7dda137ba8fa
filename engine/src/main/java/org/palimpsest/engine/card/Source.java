package org.palimpsest.engine.card;

/** Where a formula comes from; {@code reference} is an arXiv number, a DOI or a venue, {@code year} 0 if there is none. */
public record Source(String title, String authors, int year, String reference) {}
