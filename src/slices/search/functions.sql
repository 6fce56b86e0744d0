-- Words and keys: how what is filed, and what is asked for, is spelt for the search index.

create or replace function search_words(said text, most int default 80) returns text[] language plpgsql stable parallel safe set search_path = public, pg_temp as $$
declare
  plain text := left(coalesce(said, ''), 4000);
  words text[] := '{}';
  word text;
begin
  -- Most words are plain English letters, which need no taking apart.
  if octet_length(plain) > length(plain) then plain := unaccent(regexp_replace(normalize(plain, NFKD), '[\u0300-\u036f]', '', 'g')); end if;
  foreach word in array regexp_split_to_array(translate(lower(plain), '''’‘`´ʼ.', ''), '[^[:alnum:]]+') loop
    word := left(word, 40);
    if word <> '' and not word = any (words) then words := words || word; end if;
    exit when cardinality(words) >= most;
  end loop;
  return words;
end $$;
comment on function search_words is 'Words as search compares them: lower case, without accents or apostrophes, split at hyphens and spaces, each once.';

create or replace function ordinary_word(word text) returns boolean language sql immutable parallel safe as $$
  select word in ('the', 'of', 'and', 'in', 'at', 'on', 'to', 'for', 'a', 'an', 'flat', 'house', 'street', 'st', 'road', 'rd', 'avenue', 'ave', 'lane', 'ln',
    'close', 'drive', 'dr', 'court', 'ct', 'place', 'way', 'mr', 'mrs', 'ms', 'miss', 'mx')
$$;
comment on function ordinary_word is 'Words so common in addresses and titles that they help to rank but not to find.';

create or replace function search_keys(of_kind text, words text[], kinds text default '=<~-') returns int[] language plpgsql immutable parallel safe as $$
declare
  head text := left(of_kind, 2);
  whole boolean := kinds like '%=%'; begun boolean := kinds like '%<%'; heard boolean := kinds like '%~%'; slipped boolean := kinds like '%-%';
  keys int[] := '{}';
  word text; letters int; numbers boolean; sound text;
begin
  foreach word in array words loop
    letters := length(word);
    numbers := word ~ '[0-9]';
    if whole then keys := keys || hashtext(head || '=' || word); end if;
    if begun and not (numbers and word ~ '^(born)?[0-9]{4,}$') then
      if letters > 2 then keys := keys || hashtext(head || '<' || left(word, 2)); end if;
      if letters > 3 then keys := keys || hashtext(head || '<' || left(word, 3)); end if;
      if letters > 4 then keys := keys || hashtext(head || '<' || left(word, 4)); end if;
      if letters > 6 then keys := keys || hashtext(head || '<' || left(word, 6)); end if;
    end if;
    if begun and word > '~' then keys := keys || hashtext(head || '<' || left(word, 1)); end if;
    -- Sounds alike: Smith, Smyth.
    if heard and not numbers and word ~ '^[a-z]{3,}$' then
      sound := dmetaphone(word);
      if sound <> '' then keys := keys || hashtext(head || '~' || sound); end if;
      if dmetaphone_alt(word) not in (sound, '') then keys := keys || hashtext(head || '~' || dmetaphone_alt(word)); end if;
    end if;
    -- One slip of the keys in the first seven letters: the word itself, and the word with each letter left out.
    if slipped and not numbers and letters >= 4 then
      keys := keys || hashtext(head || '-' || left(word, 7));
      for n in 1 .. least(letters, 7) loop
        keys := keys || hashtext(head || '-' || left(overlay(word placing '' from n for 1), 7 - (letters > 7)::int));
      end loop;
    end if;
  end loop;
  return keys;
end $$;
comment on function search_keys is 'The keys under which words are filed and found, apart for each kind of thing: = a word itself, < its beginnings, ~ its sound, - itself with one letter missing.';

create or replace function whole_keys(of_kind text, words text[]) returns int[] language sql immutable parallel safe as $$
  select array(select hashtext(left(of_kind, 2) || '=' || word) from unnest(words) word)
$$;
comment on function whole_keys is 'The keys of words themselves.';

create or replace function beginning_keys(of_kind text, word text) returns int[] language sql immutable parallel safe as $$
  select array[hashtext(left(of_kind, 2) || '=' || word), hashtext(left(of_kind, 2) || '<' || left(word, case
    when length(word) >= 6 then 6 when length(word) >= 4 then 4 else length(word) end))]
$$;
comment on function beginning_keys is 'The keys under which a word that is still being typed is found.';

create or replace function born_words(born_on date, born_precision text) returns text language sql immutable parallel safe as $$
  select case when born_precision = 'day' then concat_ws(' ', 'born' || to_char(born_on, 'YYYYMMDD'), 'born' || to_char(born_on, 'YYYYMM'), to_char(born_on, 'YYYY'))
    when born_precision = 'month' then concat_ws(' ', 'born' || to_char(born_on, 'YYYYMM'), to_char(born_on, 'YYYY')) else to_char(born_on, 'YYYY') end
$$;

create or replace function contact_words(kind text, value text, postcode text) returns text language sql immutable parallel safe as $$
  select case when kind in ('mobile', 'phone') then regexp_replace(regexp_replace(value, '[^0-9+]', '', 'g'), '^(\+|00)44', '0')
    else concat_ws(' ', value, postcode, replace(postcode, ' ', '')) end
$$;
comment on function contact_words is 'A number without its gaps, an address with its postcode in one piece as well as two.';
