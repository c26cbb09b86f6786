package org.nuancan.bank;

/// Ends the reading of a file that cannot be understood as a whole.
final class FileFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient FileReading reading;

    FileFault(FileReading reading) {
        super(reading.toString(), null, false, false);
        this.reading = reading;
    }

    static FileFault of(String why) {
        return new FileFault(new FileReading.Unreadable(why, 0, 0));
    }

    FileReading reading() {
        return reading;
    }
}
