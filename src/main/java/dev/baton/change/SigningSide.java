package dev.baton.change;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.baton.people.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Side that signs a change. */
public enum SigningSide {
  MARKETING(Role.MARKETING),
  SALES(Role.MANAGER);

  static final List<String> WORDS = Arrays.stream(values()).map(SigningSide::word).toList();

  private final Role signer;

  SigningSide(Role signer) {
    this.signer = signer;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SigningSide of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Administrators sign for both. */
  public boolean isSignedBy(Role role) {
    return role == signer || role == Role.ADMIN;
  }
}
