package dev.baton.connect.crm;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field of a record that both sides have.
 *
 * @param name ours
 * @param there what the CRM calls it
 */
record CrmField(CrmObject object, String name, Side owner, String there) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  /** Whether both say the same, however a CRM writes numbers and days. */
  static boolean isSame(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return Objects.equals(one, other);
    }
    boolean numbers = NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches();
    boolean days = DAY.matcher(one).lookingAt() && DAY.matcher(other).lookingAt();
    return one.equals(other)
        || (numbers && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0)
        || (days && one.substring(0, 10).equals(other.substring(0, 10)));
  }

  /** Which side says what stands in a field. */
  enum Side {
    BATON,
    CRM,
    EITHER
  }
}
