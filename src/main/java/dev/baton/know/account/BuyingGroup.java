package dev.baton.know.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has to be on board before a company buys, by the table {@code buying-group}, and who is known
 * already.
 *
 * @param needed how many roles there are, {@code filled} of them with somebody
 */
public record BuyingGroup(String segment, int needed, int filled, List<Member> members) {

  /**
   * A role and the one with the highest score who has it.
   *
   * @param leadId null where nobody is known
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Member(String role, String label, @Nullable String leadId, @Nullable String name) {}

  /** The labels of roles that nobody has. */
  public List<String> missing() {
    return members.stream().filter(member -> member.leadId() == null).map(Member::label).toList();
  }
}
