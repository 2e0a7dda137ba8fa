package org.palimpsest.engine.cli;

/** What the program's exit status says. */
public final class ExitStatus {
    /** It did what it was asked. */
    public static final int OK = 0;
    /** It could not; standard error says why. */
    public static final int FAILED = 1;
    /** It was asked in a way it does not understand. */
    public static final int USAGE = 2;
    /** A run paused itself because a loss or gradient was not finite; it can be resumed or forked. */
    public static final int PAUSED = 3;
    /** A run was stopped on request and can be resumed. */
    public static final int STOPPED = 4;

    private ExitStatus() {}
}
