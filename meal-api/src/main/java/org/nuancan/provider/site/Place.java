package org.nuancan.provider.site;

/// A point on earth, in millionths of a degree (WGS 84).
///
/// @param latitudeMicro north is positive
/// @param longitudeMicro east is positive
public record Place(int latitudeMicro, int longitudeMicro) {

    private static final double MICRO = 1e6;

    /// The earth's mean radius (IUGG).
    private static final double EARTH_METRES = 6_371_009;

    /// A place from degrees, rounded to the nearest millionth (11 cm).
    public static Place of(double latitude, double longitude) {
        return new Place(
                Math.toIntExact(Math.round(latitude * MICRO)),
                Math.toIntExact(Math.round(longitude * MICRO)));
    }

    /// The distance along the surface, in metres, by the haversine formula on a sphere.
    public double metresTo(Place other) {
        var north = Math.toRadians(other.latitude() - latitude()) / 2;
        var east = Math.toRadians(other.longitude() - longitude()) / 2;
        var half =
                Math.pow(Math.sin(north), 2)
                        + Math.cos(Math.toRadians(latitude()))
                                * Math.cos(Math.toRadians(other.latitude()))
                                * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(half)));
    }

    /// Latitude in degrees.
    public double latitude() {
        return latitudeMicro / MICRO;
    }

    /// Longitude in degrees.
    public double longitude() {
        return longitudeMicro / MICRO;
    }
}
