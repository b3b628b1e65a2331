// allauth's webauthn.js tells a refused security key only to the console; the page holds the words for it in #key-problem.
document.addEventListener("allauth.error", () => {
  document.getElementById("key-problem").hidden = false;
});
