package dev.baton.access.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nonce of the webapps' content security policy, one for each page: Camunda keeps it in the servlet
 * context between header and page, where any other request replaces it, and the page stays blank.
 */
public class PageNonceFilter extends OncePerRequestFilter {
  private static final String NONCE = "org.camunda.bpm.csp.nonce";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new RequestWithNonce(request), response);
  }

  /** A request whose servlet context keeps the nonce in the request. */
  private static final class RequestWithNonce extends HttpServletRequestWrapper {
    private final ServletContext context;

    RequestWithNonce(HttpServletRequest request) {
      super(request);
      context =
          (ServletContext)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(), new Class<?>[] {ServletContext.class}, this::call);
    }

    private @Nullable Object call(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (arguments != null && NONCE.equals(arguments[0])) {
        if (method.getName().equals("getAttribute")) {
          return getAttribute(NONCE);
        }
        if (method.getName().equals("setAttribute")) {
          setAttribute(NONCE, arguments[1]);
          return null;
        }
      }
      try {
        return method.invoke(super.getServletContext(), arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    @Override
    public ServletContext getServletContext() {
      return context;
    }
  }
}
