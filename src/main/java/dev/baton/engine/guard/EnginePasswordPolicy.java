package dev.baton.engine.guard;

import dev.baton.input.Passwords;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

/**
 * The policy of passwords for whoever sets one by the engine's REST API or its web applications.
 */
class EnginePasswordPolicy implements PasswordPolicy {
  @Override
  public List<PasswordPolicyRule> getRules() {
    return List.of(new Rule());
  }

  private static final class Rule implements PasswordPolicyRule {
    @Override
    public String getPlaceholder() {
      return "PASSWORD_POLICY_LENGTH";
    }

    @Override
    public Map<String, String> getParameters() {
      return Map.of("minLength", String.valueOf(Passwords.SHORTEST));
    }

    @Override
    public boolean execute(String password) {
      return Passwords.objection(password, List.of()).isEmpty();
    }

    @Override
    public boolean execute(String password, User user) {
      List<String> names =
          Stream.of(user.getId(), user.getEmail()).filter(Objects::nonNull).toList();
      return Passwords.objection(password, names).isEmpty();
    }
  }
}
