'use strict';
(function () {
  var rows = Array.prototype.slice.call(document.querySelectorAll('a.row'));
  var details = Array.prototype.slice.call(document.querySelectorAll('.detail'));
  var arcs = Array.prototype.slice.call(document.querySelectorAll('.needs'));
  var panel = document.getElementById('panel');

  function chosen() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch (e) {
      return '';
    }
  }

  function target(link) {
    return decodeURIComponent(link.getAttribute('href').slice(1));
  }

  function rowOf(id) {
    return rows.find(function (row) {
      return target(row) === id;
    });
  }

  function show() {
    var id = chosen();
    details.forEach(function (detail) {
      detail.classList.toggle('shown', detail.id === id);
    });
    rows.forEach(function (row) {
      if (target(row) === id) {
        row.setAttribute('aria-current', 'true');
      } else {
        row.removeAttribute('aria-current');
      }
    });
    arcs.forEach(function (arc) {
      var ends = arc.getAttribute('data-ends').split(' ');
      arc.classList.toggle('chosen', ends.indexOf(id.slice('revision-'.length)) >= 0);
    });
    panel.scrollTop = 0;
  }

  // Not by the browser's own way, which would scroll the list away.
  function choose(id) {
    history.pushState(null, '', id ? '#' + encodeURIComponent(id) : '#');
    show();
  }

  function close() {
    var row = rowOf(chosen());
    choose('');
    if (row) {
      row.focus({preventScroll: true});
    }
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[href^="#revision-"]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      var id = target(link);
      choose(id);
      var row = rowOf(id);
      if (row && row !== link) {
        row.scrollIntoView({block: 'nearest'});
      }
    } else if (event.target.closest('.close')) {
      close();
    }
  });

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      close();
      return;
    }
    var visible = rows.filter(function (row) {
      return row.offsetParent !== null;
    });
    var at = visible.indexOf(document.activeElement);
    var to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: visible.length - 1}[event.key];
    if (at >= 0 && to !== undefined && visible[to]) {
      event.preventDefault();
      visible[to].focus();
    }
  });

  var filter = document.getElementById('only-failed');
  function narrow() {
    document.body.classList.toggle('only-failed', filter.checked);
  }
  filter.addEventListener('change', narrow);
  window.addEventListener('popstate', show);
  window.addEventListener('hashchange', show);

  document.body.classList.add('scripted');
  narrow();
  show();
  var row = rowOf(chosen());
  if (row) {
    row.scrollIntoView({block: 'center'});
  }
})();
