package dev.baton.handoff.answer;

import dev.baton.input.AnswerField;
import dev.baton.input.AnswerField.Required;
import dev.baton.input.AnswerForm;
import dev.baton.input.FieldReader;
import dev.baton.input.MailAddress;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reader of an answer by its form: types, lengths, options and what may not be missing are checked
 * the same whichever surface it comes from.
 */
public final class AnswerReader {
  /** What any text is refused beyond. */
  private static final int LONGEST = 4000;

  /** What clocks may differ by. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /** Where a day ends last. */
  private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

  private final FieldReader fields;
  private final List<AnswerField> asked = new ArrayList<>();
  private final Map<String, Object> read = new HashMap<>();

  private AnswerReader(FieldReader fields) {
    this.fields = fields;
  }

  /** Reads what the form asks and notes what is wrong with it; what it doesn't ask is left out. */
  public static AnswerReader of(AnswerForm form, Map<String, Object> given) {
    return of(form, new FieldReader(given));
  }

  public static AnswerReader of(AnswerForm form, FieldReader given) {
    AnswerReader reader = new AnswerReader(given);
    AnswerField decision = form.decision();
    AnswerForm asked = form;
    if (decision != null) {
      reader.read(decision);
      asked = form.branch(reader.text(decision.name()));
    }
    asked.fields().forEach(reader::read);
    return reader;
  }

  private void read(AnswerField field) {
    asked.add(field);
    read.put(field.name(), value(field, field.name()));
  }

  /** Notes what is a fact from the future or a plan into the past. */
  public AnswerReader saidAt(Instant now) {
    Instant today = now.atOffset(LAST_ZONE).toLocalDate().atStartOfDay(ZoneOffset.UTC).toInstant();
    for (AnswerField field : asked) {
      if (read.get(field.name()) instanceof Instant at) {
        switch (field.type()) {
          case PAST -> {
            if (at.isAfter(now.plus(AHEAD))) {
              fields.wrong(field.name(), "is in the future; say when it was");
            }
          }
          case FUTURE -> noPast(field, at, now.plusMillis(1));
          case DAY -> noPast(field, at, today);
          default -> {}
        }
      }
    }
    return this;
  }

  private void noPast(AnswerField field, Instant at, Instant earliest) {
    if (at.isBefore(earliest)) {
      fields.wrong(field.name(), "is in the past; say a time to come");
    }
  }

  private @Nullable Object value(AnswerField field, String name) {
    return switch (field.type()) {
      case DECISION -> decision(field, name);
      case CHOICE, REASON ->
          isRequired(field)
              ? fields.oneOf(name, field.codes())
              : fields.optionalOneOf(name, field.codes());
      case TEXT, NOTE, LINK -> text(field, name);
      case EMAIL -> email(text(field, name), name);
      case DAY -> required(field, startOfDay(name));
      case PAST, FUTURE -> required(field, fields.instant(name));
      case NUMBER -> required(field, fields.number(name, 1, field.longest()));
      case AMOUNT -> required(field, fields.amount(name));
      case CURRENCY -> isRequired(field) || isGiven(name) ? fields.currency(name) : null;
      case TICK -> fields.bool(name);
      case CRITERION -> null;
    };
  }

  private @Nullable String decision(AnswerField field, String name) {
    return field.preset() != null && !isGiven(name)
        ? field.preset()
        : fields.oneOf(name, field.codes());
  }

  private @Nullable String text(AnswerField field, String name) {
    Required required = requirement(field);
    if (required != null) {
      return fields.requiredText(name, required.sentence(), field.longest());
    }
    String text = fields.text(name);
    if (text != null && field.longest() < LONGEST && text.length() > field.longest()) {
      fields.wrong(name, "longer than %d characters".formatted(field.longest()));
    }
    return text;
  }

  private @Nullable String email(@Nullable String text, String name) {
    if (text != null && !MailAddress.isGood(text)) {
      fields.wrong(name, "not an e-mail address");
    }
    return text;
  }

  /** A day begins at midnight UTC; an instant is taken as it is. */
  private @Nullable Instant startOfDay(String name) {
    Object raw = fields.raw(name);
    if (raw instanceof Date || (raw instanceof String text && text.contains("T"))) {
      return fields.instant(name);
    }
    LocalDate day = fields.date(name);
    return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private @Nullable Object required(AnswerField field, @Nullable Object value) {
    Required required = requirement(field);
    if (value == null && required != null && !isGiven(field.name())) {
      fields.wrong(field.name(), required.sentence());
    }
    return value;
  }

  private boolean isRequired(AnswerField field) {
    return requirement(field) != null;
  }

  /** Why the field may not be missing, or null where it may. */
  private @Nullable Required requirement(AnswerField field) {
    Required required = field.required();
    if (required == null || required.when() == null) {
      return required;
    }
    return required.when().has(said(required.when().field())) ? required : null;
  }

  private boolean isGiven(String name) {
    return !said(name).isEmpty();
  }

  private String said(String name) {
    Object raw = fields.raw(name);
    return raw == null ? "" : raw.toString().strip();
  }

  public @Nullable String text(String name) {
    return (String) read.get(name);
  }

  /** What the form requires, of an answer that was checked. */
  public String requiredText(String name) {
    return required(name, text(name));
  }

  public @Nullable Instant instant(String name) {
    return (Instant) read.get(name);
  }

  @Nullable LocalDate day(String name) {
    Instant at = instant(name);
    return at == null ? null : at.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  public @Nullable BigDecimal amount(String name) {
    return (BigDecimal) read.get(name);
  }

  BigDecimal requiredAmount(String name) {
    return required(name, amount(name));
  }

  public @Nullable Integer number(String name) {
    return (Integer) read.get(name);
  }

  private static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("The form requires %s".formatted(name));
    }
    return value;
  }

  public void wrong(String field, String message) {
    fields.wrong(field, message);
  }

  /** Throws the refusal that names all wrong fields, if there are any. */
  public void check() {
    fields.check();
  }
}
