package dev.baton.alert.message;

import dev.baton.people.Language;
import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.DaysOff;
import dev.baton.sla.WorkingHours;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Who is really told.
 *
 * @param shift when this person works
 * @param insteadOf a sentence that says for whom it was meant; null when it is the same person
 */
public record Recipient(DeliveryTarget to, BusinessCalendar shift, @Nullable String insteadOf) {
  public static final Recipient NOBODY =
      new Recipient(
          DeliveryTarget.NOBODY,
          new BusinessCalendar("nobody", ZoneOffset.UTC, WorkingHours.ALWAYS, DaysOff.none()),
          null);

  public boolean found() {
    return !to.equals(DeliveryTarget.NOBODY);
  }

  public String id() {
    return to.id();
  }

  /** In which this reader reads. */
  public Language language() {
    return to.language();
  }

  public ZoneId zone() {
    return shift.zone();
  }
}
