/// Meaning of words for allergens and diets: codes with words in both languages, and the comparison
/// of an elder's allergens and needs with those of a dish.
///
/// - Writes no table.
/// - Uses no other package of this project but `text`.
/// - The words are data: `allergens.txt` and `diets.txt` beside this package; docs/allergens.md
///   describes their source and how they are matched.
@CheckReturnValue
@NullMarked
package org.nuancan.diet;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
