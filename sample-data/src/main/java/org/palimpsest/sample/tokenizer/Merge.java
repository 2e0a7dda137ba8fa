package org.palimpsest.sample.tokenizer;

/** Two neighbouring tokens that become one; both are written in the byte alphabet. */
public record Merge(String left, String right) implements Comparable<Merge> {

    /** The token that takes their place. */
    public String joined() {
        return left + right;
    }

    /** By the left token, then by the right one, character by character. */
    @Override
    public int compareTo(Merge other) {
        int order = left.compareTo(other.left);
        return order != 0 ? order : right.compareTo(other.right);
    }
}
