package dev.baton.access;

import dev.baton.access.token.Token;
import dev.baton.access.token.TokenCalls;
import dev.baton.access.token.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Authentication of machines by a bearer token, with the scopes of the token as rights. A token is
 * too long to be guessed, so a right one is right at once, whatever else came from its address;
 * wrong ones are slowed there, and no person with them. One that is used too often in a minute has
 * to wait for the next.
 */
class TokenAuthenticationProvider extends OncePerRequestFilter {
  /** Wrong tokens that cost no waiting. */
  static final int FREE = 20;

  private static final String BEARER = "Bearer ";

  private final Tokens tokens;
  private final TokenCalls calls;
  private final SecurityProblemWriter writer;
  private final FailedTries tries = new FailedTries(FREE, InstantSource.system());

  TokenAuthenticationProvider(Tokens tokens, TokenCalls calls, SecurityProblemWriter writer) {
    this.tokens = tokens;
    this.calls = calls;
    this.writer = writer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader("Authorization");
    if (header != null && header.startsWith(BEARER)) {
      Optional<Token> token = tokens.of(header.substring(BEARER.length()).trim());
      if (token.isPresent()) {
        Duration rest = calls.count(token.get());
        if (!rest.isZero()) {
          writer.slow(response, new TooManyTries("Too many calls of this token in a minute", rest));
          return;
        }
        login(token.get());
      } else {
        String address = request.getRemoteAddr();
        Duration rest = tries.rest(address);
        if (!rest.isZero()) {
          writer.slow(response, new TooManyTries("Too many wrong tokens from your address", rest));
          return;
        }
        tries.failed(address);
      }
    }
    chain.doFilter(request, response);
  }

  private static void login(Token token) {
    var context = SecurityContextHolder.createEmptyContext();
    UsernamePasswordAuthenticationToken login =
        UsernamePasswordAuthenticationToken.authenticated(
            "token:" + token.name(),
            null,
            token.terms().scopes().stream()
                .map(scope -> new SimpleGrantedAuthority(scope.authority()))
                .toList());
    String readsAs = token.terms().readsAs();
    login.setDetails(readsAs == null ? null : new ReadsAs(readsAs));
    context.setAuthentication(login);
    SecurityContextHolder.setContext(context);
  }
}
