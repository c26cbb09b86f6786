package org.nuancan.statistics;

/// What a district states about the meal points of a year: the system cannot count it.
///
/// @param communities urban and rural communities that are covered
/// @param people residents who are covered
public record Coverage(long communities, long people) {

    /// Both together.
    public Coverage plus(Coverage more) {
        return new Coverage(
                Math.addExact(communities, more.communities), Math.addExact(people, more.people));
    }
}
