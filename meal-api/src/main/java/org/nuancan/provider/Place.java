package org.nuancan.provider;

/// A point on earth, in millionths of a degree (WGS 84).
///
/// @param latitudeMicro north is positive
/// @param longitudeMicro east is positive
public record Place(int latitudeMicro, int longitudeMicro) {

    private static final double MICRO = 1e6;

    /// From degrees, rounded to the nearest millionth (11 cm).
    public static Place of(double latitude, double longitude) {
        return new Place(
                Math.toIntExact(Math.round(latitude * MICRO)),
                Math.toIntExact(Math.round(longitude * MICRO)));
    }

    /// In degrees.
    public double latitude() {
        return latitudeMicro / MICRO;
    }

    /// In degrees.
    public double longitude() {
        return longitudeMicro / MICRO;
    }
}
