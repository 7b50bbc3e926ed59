import { Lexer, type Token, type Tokens } from 'marked'
import { type ComponentChildren, Fragment, h } from 'preact'
import { useMemo } from 'preact/hooks'
import { splitMarkers } from '../../../chat/citation-markers.ts'

/** Addresses that a model may lead to. */
const SAFE_LINK = /^(?:https?:|mailto:|tel:)/i

/** Draws the number of a source in the text. */
export type DrawSource = (number: number) => ComponentChildren

/**
 * Text of a model as Markdown. It is drawn node by node and never becomes HTML: tags stand there as they were written,
 * pictures are their words, and links lead only to the web, to mail and to telephones.
 */
export function Markdown({ text, drawSource }: { text: string; drawSource: DrawSource }) {
  const tokens = useMemo(() => levelled(new Lexer({ gfm: true, breaks: true }).lex(bulletsAsLists(text))), [text])
  return <div class="markdown">{drawAll(tokens, drawSource)}</div>
}

/** Headings begin below that of the screen, whichever level a model begins with. */
function levelled(tokens: Token[]): Token[] {
  const headings = tokens.filter((token): token is Tokens.Heading => token.type === 'heading')
  const highest = Math.min(...headings.map(({ depth }) => depth))
  for (const heading of headings) heading.depth += 2 - highest
  return tokens
}

/** The reviewed texts begin their list items with a bullet. */
function bulletsAsLists(text: string): string {
  return text.replace(/^(\s*)• /gm, '$1- ')
}

function drawAll(tokens: readonly Token[] | undefined, drawSource: DrawSource): ComponentChildren {
  return (tokens ?? []).map((token, at) => <Fragment key={at}>{draw(token as Tokens.Generic, drawSource)}</Fragment>)
}

function draw(token: Tokens.Generic, drawSource: DrawSource): ComponentChildren {
  const inner = (): ComponentChildren => drawAll(token.tokens, drawSource)
  const words = (): ComponentChildren => drawText(String(token['text'] ?? token.raw), drawSource)
  switch (token.type) {
    case 'space':
    case 'def':
      return null
    case 'paragraph':
      return <p>{inner()}</p>
    case 'heading':
      return h(`h${Math.min(4, Number(token['depth']))}` as 'h2', null, inner())
    case 'blockquote':
      return <blockquote>{inner()}</blockquote>
    case 'list':
      return drawList(token as Tokens.List, drawSource)
    case 'list_item':
      return inner()
    case 'table':
      return drawTable(token as Tokens.Table, drawSource)
    case 'hr':
      return <hr />
    case 'code':
      return (
        <pre>
          <code>{words()}</code>
        </pre>
      )
    case 'codespan':
      return <code>{words()}</code>
    case 'strong':
      return <strong>{inner()}</strong>
    case 'em':
      return <em>{inner()}</em>
    case 'del':
      return <del>{inner()}</del>
    case 'br':
      return <br />
    case 'link':
      return SAFE_LINK.test(String(token['href'])) ? (
        <a href={String(token['href'])} target="_blank" rel="noopener noreferrer">
          {inner()}
        </a>
      ) : (
        inner()
      )
    case 'text':
      return token.tokens ? inner() : words()
    default:
      return words()
  }
}

function drawList(list: Tokens.List, drawSource: DrawSource): ComponentChildren {
  const items = list.items.map((item, at) => <li key={at}>{drawAll(item.tokens, drawSource)}</li>)
  return list.ordered ? <ol start={list.start === '' ? 1 : list.start}>{items}</ol> : <ul>{items}</ul>
}

function drawTable(table: Tokens.Table, drawSource: DrawSource): ComponentChildren {
  return (
    <div class="markdown__table">
      <table>
        <thead>
          <tr>
            {table.header.map((cell, at) => (
              <th key={at} scope="col">
                {drawAll(cell.tokens, drawSource)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, at) => (
                <td key={at}>{drawAll(cell.tokens, drawSource)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function drawText(text: string, drawSource: DrawSource): ComponentChildren {
  return splitMarkers(text).map((part, at) => (
    <Fragment key={at}>{typeof part === 'number' ? drawSource(part) : part}</Fragment>
  ))
}
