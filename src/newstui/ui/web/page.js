"use strict";

const openWindow = window.open.bind(window);

// What the reader opens: files that it offers are saved, addresses get a tab that knows nothing of this one.
window.open = (address, target) => {
  if (address === undefined) {
    return openWindow();
  }
  const url = new URL(address, location.href);
  if (url.origin === location.origin && url.pathname.startsWith("/download/")) {
    const link = document.createElement("a");
    link.href = url.pathname.slice(1);
    link.download = "";
    link.click();
    return null;
  }
  return ["http:", "https:", "mailto:"].includes(url.protocol)
    ? openWindow(url.href, target, "noopener,noreferrer")
    : null;
};

// The terminal measures its font once, when it is opened: the font is there before it.
window.addEventListener("load", async () => {
  document.getElementById("again").addEventListener("click", () => location.reload());
  const fonts = ["16px", "bold 16px", "italic 16px"].map((style) => document.fonts.load(`${style} 'Roboto Mono'`));
  await Promise.allSettled(fonts);
  const script = document.createElement("script");
  script.src = "static/js/textual.js";
  script.addEventListener("load", () => window.onload());
  document.body.append(script);
  // Keys go to the reader as soon as it is there; telling it so before would be telling nobody.
  const started = new MutationObserver(() => {
    const lines = document.querySelector(".xterm-helper-textarea");
    if (lines !== null && document.body.classList.contains("-first-byte")) {
      started.disconnect();
      lines.focus();
    }
  });
  started.observe(document.body, { attributeFilter: ["class"], attributes: true });
});
