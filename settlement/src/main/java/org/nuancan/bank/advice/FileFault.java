package org.nuancan.bank.advice;

/// Ends the reading of a file that cannot be understood as a whole.
public final class FileFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient FileReading reading;

    public FileFault(FileReading reading) {
        super(reading.toString(), null, false, false);
        this.reading = reading;
    }

    /// A fault of the whole file, without a line and a column.
    ///
    /// @param why the reason; contains no text of the file except names of formats and codes
    public static FileFault of(String why) {
        return new FileFault(new FileReading.Unreadable(why, 0, 0));
    }

    /// The result to report for the file.
    public FileReading reading() {
        return reading;
    }
}
