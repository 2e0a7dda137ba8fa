package org.palimpsest.engine.data;

/** One text: a document, or a refusal to answer with. */
public record PlainText(String text) implements DataRow {}
