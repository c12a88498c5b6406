package dev.baton.alert.message;

import dev.baton.alert.text.Text;
import dev.baton.alert.text.Wording;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a lead, and when somebody did last.
 *
 * @param consent what the lead has agreed to, in words
 * @param callable false where it has said that it must not be called
 * @param lastContact the last attempt and what came of it, or null
 */
public record LeadContact(
    @Nullable String email,
    @Nullable String phone,
    String consent,
    boolean callable,
    @Nullable String lastContact) {

  /** Leads write some of this. */
  public LeadContact {
    email = SafeText.lineOrNull(email, 320);
    phone = SafeText.lineOrNull(phone, 100);
    lastContact = SafeText.lineOrNull(lastContact, 300);
  }

  /** What it has agreed to, as a line says it. */
  public String consent(Wording wording) {
    return wording.say(Text.of("consent", Map.of("consent", consent)));
  }
}
