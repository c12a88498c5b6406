package dev.baton.web.lead;

import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.web.Labels;
import dev.baton.web.PageTexts;
import dev.baton.web.ViewerClock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rows of a lead's profile on its page: labels and values, in the order in which they are read. */
@Component
class ProfileRows {
  private static final List<String> FIELDS =
      List.of(
          "phone",
          "companySize",
          "industry",
          "country",
          "techStack",
          "consent.email",
          "consent.phone",
          "consent.whatsapp");

  private final Leads leads;
  private final Labels words;

  ProfileRows(Leads leads, Labels words) {
    this.leads = leads;
    this.words = words;
  }

  Map<String, String> of(String leadId, ViewerClock clock) {
    Profile known = Profile.of(leads.profileLog(leadId), clock.now());
    Map<String, String> shown = new LinkedHashMap<>();
    FIELDS.forEach(
        field ->
            known
                .get(field)
                .ifPresent(
                    value -> shown.put(words.field(field), text(field, value, clock.texts()))));
    return shown;
  }

  private static String text(String field, String value, PageTexts texts) {
    if (field.startsWith("consent.")) {
      return texts.say(value.equals("true") ? "yes" : "no");
    }
    return field.equals("companySize") && isNumber(value) ? texts.say("lead.people", value) : value;
  }

  /** A size may have been said with its own word for people. */
  private static boolean isNumber(String size) {
    return size.chars().noneMatch(Character::isLetter);
  }
}
