import '@fontsource-variable/inter/wght.css'
import './ui/theme.css'
import './ui/markdown.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { startPage } from './page/start-page.ts'

const root = document.querySelector('#root')
if (root === null) throw new Error('The page has no #root to render into.')
startPage()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
