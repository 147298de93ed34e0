// What stands behind # in the link never reaches the server or its log: it goes into the field, and out of the address.
const field = document.getElementById('code')
if (field && window.location.hash.length > 1) {
  field.value = window.location.hash.slice(1)
  window.history.replaceState(null, '', window.location.pathname)
}
