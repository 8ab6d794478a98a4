/**
 * Web Chat is made to be alone on its page. With two of them, assistive technology has to tell the landmarks of one from
 * those of the other, and what is sent in one must not move the focus into the other.
 */
export function tellApart(place, title) {
  new MutationObserver((changes, observer) => {
    const landmarks = place.querySelectorAll("[role=complementary], .webchat__send-box[role=form]");
    const input = place.querySelector("[data-id=webchat-sendbox-input]");
    for (const mark of landmarks)
      mark.setAttribute("aria-label", `${title}: ${mark.matches(".webchat__send-box") ? "write" : "conversation"}`);
    if (landmarks.length < 2 || !input) return;
    keepFocusOut(input, place);
    observer.disconnect();
  }).observe(place, { childList: true, subtree: true });
}

// Web Chat 4.18.1 shares one list of send boxes among all that are on the page, and focuses each after sending
function keepFocusOut(input, place) {
  input.focus = (options) => {
    const other = document.activeElement?.closest(".talk");
    if (!other || other.contains(place)) HTMLElement.prototype.focus.call(input, options);
  };
}
