/// What words for allergens and diets mean: codes with words in both languages, and the comparison
/// of what an elder must not eat or needs with what a dish holds or is fit for.
///
/// - Writes no table.
/// - Uses no other package of this project but `text`.
/// - The words are data: `allergens.txt` and `diets.txt` beside this package; docs/allergens.md
///   says where they come from and how they are matched.
@CheckReturnValue
@NullMarked
package org.nuancan.diet;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
