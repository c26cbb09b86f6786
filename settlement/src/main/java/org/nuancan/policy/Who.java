package org.nuancan.policy;

import java.util.List;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.Household;

/// One alternative of the elders that a policy admits: the elder must meet every demand. An empty
/// list admits every elder.
///
/// @param demands in the order of the document
public record Who(List<Demand> demands) {

    /// Copies the demands.
    public Who {
        demands = List.copyOf(demands);
    }

    /// One condition on an elder as of the service date.
    public sealed interface Demand {}

    /// At least this age in full years.
    public record MinAge(long years) implements Demand {}

    /// At most this age in full years.
    public record MaxAge(long years) implements Demand {}

    /// A household of this kind.
    public record HouseholdKind(Household.Kind kind) implements Demand {}

    /// A household in one of these divisions.
    public record HouseholdIn(List<Division> divisions) implements Demand {

        /// Copies the divisions.
        public HouseholdIn {
            divisions = List.copyOf(divisions);
        }
    }

    /// Lives in one of these divisions.
    public record ResidenceIn(List<Division> divisions) implements Demand {

        /// Copies the divisions.
        public ResidenceIn {
            divisions = List.copyOf(divisions);
        }
    }

    /// Has at least one of these categories.
    public record AnyCategory(List<Category> categories) implements Demand {

        /// Copies the categories.
        public AnyCategory {
            categories = List.copyOf(categories);
        }
    }

    /// Has all of these categories.
    public record AllCategories(List<Category> categories) implements Demand {

        /// Copies the categories.
        public AllCategories {
            categories = List.copyOf(categories);
        }
    }

    /// Has none of these categories.
    public record NoCategory(List<Category> categories) implements Demand {

        /// Copies the categories.
        public NoCategory {
            categories = List.copyOf(categories);
        }
    }

    /// At least this care grade.
    public record MinCareGrade(long grade) implements Demand {}

    /// At most this care grade.
    public record MaxCareGrade(long grade) implements Demand {}

    /// Not in an institution or hospital on the service date, if `asked` is true; otherwise it is
    /// no condition.
    public record NotInInstitution(boolean asked) implements Demand {}
}
