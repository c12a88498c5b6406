package dev.baton.alert.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to say to a lead, as the playbook proposes it.
 *
 * @param opening the sentence to begin with
 * @param questions what to ask
 * @param asset what to send or show along the way
 */
public record TalkTrack(@Nullable String opening, List<String> questions, @Nullable String asset) {

  public TalkTrack {
    opening = SafeText.lineOrNull(opening, 500);
    questions = SafeText.each(questions, 300);
    asset = SafeText.lineOrNull(asset, 200);
  }
}
